import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { linuxMounts, macMounts, placeOf } from '../../../electron/library/sync-facts.ts'
import { type PlaceFacts, sharedPlace } from '../../../electron/library/sync-place.ts'

/** A folder on a computer on which nothing is shared, unless it is said. */
function factsOf(path: string, more: Partial<PlaceFacts> = {}): PlaceFacts {
  const isWindows = path.includes('\\')
  const isMac = path.startsWith('/Users')
  return {
    platform: isWindows ? 'win32' : isMac ? 'darwin' : 'linux',
    path,
    home: isWindows ? 'C:\\Users\\noor' : isMac ? '/Users/noor' : '/home/noor',
    env: {},
    dropbox: [],
    mounts: [{ at: '/', type: 'ext4' }],
    names: () => [],
    ...more,
  }
}

/** A folder in which these names lie at the top of `at`. */
const marked = (path: string, at: string, ...names: string[]) =>
  factsOf(path, { names: (folder) => (folder === at ? names : ['artikel.md']) })

describe('a folder that a synchroniser looks after', () => {
  it.each([
    ['C:\\Users\\noor\\OneDrive\\Documents\\Longhand\\site', 'OneDrive'],
    ['C:\\Users\\noor\\OneDrive - Veldkers BV\\site', 'OneDrive'],
    ['/Users/noor/Library/CloudStorage/OneDrive-Personal/site', 'OneDrive'],
    ['/home/noor/Dropbox/site', 'Dropbox'],
    ['/Users/noor/Veldkers Dropbox/Noor/site', 'Dropbox'],
    ['C:\\Users\\noor\\Dropbox (Veldkers)\\site', 'Dropbox'],
    ['/Users/noor/Library/Mobile Documents/com~apple~CloudDocs/site', 'iCloud Drive'],
    ['C:\\Users\\noor\\iCloudDrive\\site', 'iCloud Drive'],
    ['/Users/noor/Library/CloudStorage/GoogleDrive-noor@example.org/My Drive/site', 'Google Drive'],
    ['G:\\Mijn Drive\\site', 'Google Drive'],
    ['/home/noor/Nextcloud/site', 'Nextcloud'],
    ['/home/noor/ownCloud/site', 'ownCloud'],
    ['/Users/noor/pCloud Drive/site', 'pCloud'],
    ['/home/noor/MEGA/site', 'MEGA'],
    ['/home/noor/Seafile/site', 'Seafile'],
  ])('is known by its path: %s', (path, service) => {
    expect(sharedPlace(factsOf(path))).toEqual({ kind: 'synced', service })
  })

  it.each([
    ['.stfolder', 'Syncthing'],
    ['.dropbox.cache', 'Dropbox'],
    ['._sync_0a1b2c3d4e5f.db', 'Nextcloud'],
    ['.sync_0a1b2c3d4e5f.db', 'Nextcloud'],
    ['.owncloudsync.log', 'ownCloud'],
    ['.tmp.driveupload', 'Google Drive'],
    ['.megaignore', 'MEGA'],
    ['.sync', 'Resilio Sync'],
  ])('is known by what lies at its top: %s', (name, service) => {
    const path = '/home/noor/Schrijfwerk/2026/site'
    expect(sharedPlace(marked(path, '/home/noor/Schrijfwerk', name))).toEqual({ kind: 'synced', service })
  })

  it('is known by what the synchroniser itself says', () => {
    const env = { OneDriveCommercial: 'D:\\Werk' }
    expect(sharedPlace(factsOf('d:\\werk\\site', { env }))?.service).toBe('OneDrive')
    const dropbox = ['/data/gedeeld']
    expect(sharedPlace(factsOf('/data/gedeeld/site', { dropbox }))?.service).toBe('Dropbox')
    expect(sharedPlace(factsOf('/data/gedeeld-niet/site', { dropbox }))).toBeNull()
  })

  it('is known by its disk', () => {
    const mounts = [
      { at: '/', type: 'ext4' },
      { at: '/home/noor/wolk', type: 'fuse.pcloud.fs' },
    ]
    expect(sharedPlace(factsOf('/home/noor/wolk/site', { mounts }))?.service).toBe('pCloud')
  })
})

describe('a folder on another computer', () => {
  it.each([
    ['nfs4', 'NFS'],
    ['cifs', 'SMB'],
    ['smb3', 'SMB'],
    ['9p', '9P'],
    ['fuse.sshfs', 'SSHFS'],
    ['davfs', 'WebDAV'],
  ])('is known by the type of its disk: %s', (type, service) => {
    const mounts = [
      { at: '/', type: 'ext4' },
      { at: '/mnt/nas', type },
      { at: '/mnt/nas/lokaal', type: 'ext4' },
    ]
    expect(sharedPlace(factsOf('/mnt/nas/site', { mounts }))).toEqual({ kind: 'network', service })
    expect(sharedPlace(factsOf('/mnt/nas/lokaal/site', { mounts }))).toBeNull()
    expect(sharedPlace(factsOf('/mnt/nasi/site', { mounts }))).toBeNull()
  })

  it('is known by its name on Windows', () => {
    expect(sharedPlace(factsOf('\\\\nas\\werk\\site'))).toEqual({ kind: 'network', service: 'SMB' })
    expect(sharedPlace(factsOf('\\\\?\\UNC\\nas\\werk\\site'))).toEqual({ kind: 'network', service: 'SMB' })
    expect(sharedPlace(factsOf('\\\\wsl$\\Debian\\home\\noor\\site'))?.service).toBe('9P')
    expect(sharedPlace(factsOf('\\\\?\\C:\\Users\\noor\\site'))).toBeNull()
  })

  it('is read from the lists of mounts as the systems write them', () => {
    expect(
      linuxMounts('//nas/werk /mnt/mijn\\040nas cifs rw,relatime 0 0\nproc /proc proc rw 0 0\n'),
    ).toEqual([
      { at: '/mnt/mijn nas', type: 'cifs' },
      { at: '/proc', type: 'proc' },
    ])
    expect(macMounts('//noor@nas/werk on /Volumes/werk (smbfs, nodev, nosuid, mounted by noor)\n')).toEqual([
      { at: '/Volumes/werk', type: 'smbfs' },
    ])
  })
})

describe('a folder on this computer alone', () => {
  it.each([
    '/home/noor/Documenten/Longhand/Veldkers',
    '/home/noor/Dropboxen/site',
    '/home/noor/Megafoon/site',
    '/Users/noor/Documents/Longhand/Mijn Drive',
    'C:\\Users\\noor\\Documents\\Longhand\\site',
    'D:\\Boxen\\site',
  ])('has nothing said of it: %s', (path) => {
    expect(sharedPlace(factsOf(path))).toBeNull()
  })

  it('is not taken for shared by a mark above the writer’s own folder', () => {
    expect(sharedPlace(marked('/home/noor/site', '/home', '.stfolder'))).toBeNull()
  })

  it('is looked at as it is, whether it is there or not', () => {
    expect(placeOf(tmpdir())).toBeNull()
    expect(placeOf(join(tmpdir(), 'not-there', 'Dropbox', 'site'))?.service).toBe('Dropbox')
  })
})
