/** Telling whether a folder is reached by others too: by its path, by what synchronisers leave in it, by its disk. */
import type { SharedPlace } from '../../core/bridge/sharing.ts'

/** What is known of this computer and a folder on it. */
export interface PlaceFacts {
  readonly platform: NodeJS.Platform
  /** Absolute, links followed. */
  readonly path: string
  readonly home: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Folders that Dropbox says are its own. */
  readonly dropbox: readonly string[]
  readonly mounts: readonly Mount[]
  /** Names of what lies in a folder; empty when it can't be read. */
  names(folder: string): readonly string[]
}

export interface Mount {
  /** Where it begins. */
  readonly at: string
  /** As the system names it: `ext4`, `cifs`. */
  readonly type: string
}

/** What is to be said of a place; null when nothing is. */
export function sharedPlace(facts: PlaceFacts): SharedPlace | null {
  const service = byOwnWord(facts) ?? byMarker(facts) ?? byPath(facts) ?? bySyncedDisk(facts)
  if (service !== null) return { kind: 'synced', service }
  const network = networkDisk(facts)
  return network === null ? null : { kind: 'network', service: network }
}

/** The kind of network disk that a folder lies on; null when its disk is this computer's. */
export function networkDisk({ platform, path, mounts }: Pick<PlaceFacts, 'platform' | 'path' | 'mounts'>) {
  // Windows names a folder on another computer \\server\share, also behind a letter once links are followed.
  if (platform === 'win32' && /^\\\\(?!\?\\[A-Za-z]:|\.\\)/.test(path)) {
    return /^\\\\(?:\?\\UNC\\)?wsl/i.test(path) ? '9P' : 'SMB'
  }
  return NETWORK_DISKS[diskOf(path, mounts)?.type.toLowerCase() ?? ''] ?? null
}

/**
 * Types in `/proc/mounts` (filesystems(5), the kernel's Documentation/filesystems) and of `mount` on macOS. On these
 * the memory that SQLite's log needs is not shared between computers (sqlite.org/wal.html, "Overview").
 */
const NETWORK_DISKS: Readonly<Record<string, string>> = {
  nfs: 'NFS',
  nfs4: 'NFS',
  cifs: 'SMB',
  smb3: 'SMB',
  smbfs: 'SMB',
  'fuse.smbnetfs': 'SMB',
  'fuse.gvfsd-fuse': 'GVfs',
  afpfs: 'AFP',
  '9p': '9P',
  drvfs: '9P',
  ncpfs: 'NCP',
  afs: 'AFS',
  ceph: 'Ceph',
  'fuse.ceph': 'Ceph',
  'fuse.glusterfs': 'GlusterFS',
  'fuse.sshfs': 'SSHFS',
  davfs: 'WebDAV',
  'fuse.davfs': 'WebDAV',
  'fuse.davfs2': 'WebDAV',
  webdav: 'WebDAV',
  'fuse.rclone': 'rclone',
  vboxsf: 'VirtualBox',
  'fuse.vmhgfs-fuse': 'VMware',
  prl_fs: 'Parallels',
}

/** Disks that synchronisers put in place: their own types, as they stand in the list of mounts. */
const SYNCED_DISKS: readonly (readonly [RegExp, string])[] = [
  [/^(?:fuse\.)?pcloud(?:\.fs|fs)?$/i, 'pCloud'],
  [/^fuse\.(?:google-drive-ocamlfuse|drivefs)$/i, 'Google Drive'],
  [/^(?:fuse\.)?(?:onedriver|onedrive)$/i, 'OneDrive'],
]

function bySyncedDisk({ path, mounts }: PlaceFacts): string | null {
  const type = diskOf(path, mounts)?.type ?? ''
  return SYNCED_DISKS.find(([pattern]) => pattern.test(type))?.[1] ?? null
}

function diskOf(path: string, mounts: readonly Mount[]): Mount | null {
  let nearest: Mount | null = null
  for (const mount of mounts) {
    // Of two at one place the later one covers the earlier one.
    if (isBelow(path, mount.at, '/') && mount.at.length >= (nearest?.at.length ?? 0)) nearest = mount
  }
  return nearest
}

/** What synchronisers say themselves: OneDrive in the environment, Dropbox in its `info.json`. */
function byOwnWord({ platform, path, env, dropbox }: PlaceFacts): string | null {
  const separator = platform === 'win32' ? '\\' : '/'
  const isIn = (folder: string | undefined) =>
    folder !== undefined && folder !== '' && isBelow(fold(path, platform), fold(folder, platform), separator)
  // Set for each process by the OneDrive client on Windows.
  if ([env['OneDrive'], env['OneDriveConsumer'], env['OneDriveCommercial']].some(isIn)) return 'OneDrive'
  return dropbox.some(isIn) ? 'Dropbox' : null
}

/** What synchronisers leave at the top of the folders that they look after. */
const MARKERS: readonly (readonly [RegExp, string])[] = [
  // docs.syncthing.net, "folder marker": made in every shared folder.
  [/^\.stfolder$/, 'Syncthing'],
  // Dropbox: its mark and its cache at the top of its folder.
  [/^\.dropbox(?:\.cache)?$/, 'Dropbox'],
  // The journal of the client that Nextcloud and ownCloud share (csync): `.sync_<hash>.db`, `._sync_<hash>.db`.
  [/^\._?sync_[0-9a-f]+\.db$/, 'Nextcloud'],
  [/^\.nextcloudsync\.log$/, 'Nextcloud'],
  [/^\.owncloudsync\.log$/, 'ownCloud'],
  // Google Drive for desktop: where it keeps what is on its way.
  [/^\.tmp\.drive(?:download|upload)$/, 'Google Drive'],
  [/^\.shortcut-targets-by-id$/, 'Google Drive'],
  // MEGA: its list of exceptions.
  [/^\.megaignore$/, 'MEGA'],
  // Resilio Sync: its state at the top of each folder.
  [/^\.sync$/, 'Resilio Sync'],
]

function byMarker({ platform, path, home, names }: PlaceFacts): string | null {
  for (const folder of upwards(path, platform)) {
    // Above the writer's own folder marks are about something else.
    if (isBelow(home, folder, platform === 'win32' ? '\\' : '/') && folder !== home) break
    const found = names(folder)
    const marker = MARKERS.find(([pattern]) => found.some((name) => pattern.test(name)))
    if (marker) return marker[1]
  }
  return null
}

/** How the folders are called by default, anywhere in the path. */
const FOLDERS: readonly (readonly [RegExp, string])[] = [
  // "OneDrive", "OneDrive - Company" (Windows), "OneDrive-Personal" (macOS, ~/Library/CloudStorage).
  [/^OneDrive(?:$| - |-)/i, 'OneDrive'],
  // "Dropbox", "Dropbox (Company)", "Company Dropbox" of teams.
  [/^Dropbox(?:$| \(|-)|^\S.* Dropbox$/i, 'Dropbox'],
  // macOS: iCloud Drive and what applications keep there; Windows: the client's default.
  [/^(?:Mobile Documents|com~apple~CloudDocs|iCloud ?Drive)$/i, 'iCloud Drive'],
  // "Google Drive", "GoogleDrive-mail@example.org" (~/Library/CloudStorage), "My Drive" at the top of its own disk.
  [/^Google ?Drive(?:$| \(|-)/i, 'Google Drive'],
  [/^Nextcloud(?:$|-|\d)/i, 'Nextcloud'],
  [/^ownCloud(?:$|-|\d)/i, 'ownCloud'],
  [/^pCloud ?Drive$/i, 'pCloud'],
  [/^MEGA(?:sync)?$/i, 'MEGA'],
  [/^Proton ?Drive(?:$|-)/i, 'Proton Drive'],
  [/^Seafile$/i, 'Seafile'],
  [/^Box(?: Sync|-Box)$/i, 'Box'],
]

function byPath({ platform, path }: PlaceFacts): string | null {
  const parts = path.split(platform === 'win32' ? /[\\/]/ : '/')
  // The disk that Google Drive for desktop puts in place on Windows: `G:\My Drive`, in the writer's language.
  if (platform === 'win32' && /^[A-Z]:[\\/](?:My Drive|Mijn Drive)(?:[\\/]|$)/i.test(path))
    return 'Google Drive'
  for (const part of parts) {
    const known = FOLDERS.find(([pattern]) => pattern.test(part))
    if (known) return known[1]
  }
  return null
}

function* upwards(path: string, platform: NodeJS.Platform): Generator<string> {
  const separator = platform === 'win32' ? '\\' : '/'
  for (let folder = path; ;) {
    yield folder
    const cut = folder.lastIndexOf(separator)
    if (cut <= 0) return
    folder = folder.slice(0, cut)
  }
}

function isBelow(path: string, folder: string, separator: string): boolean {
  const top = folder.endsWith(separator) ? folder : `${folder}${separator}`
  return path === folder || path.startsWith(top)
}

/** Paths differ in case alone where the system does not tell cases apart. */
function fold(path: string, platform: NodeJS.Platform): string {
  return platform === 'linux' ? path : path.toLowerCase()
}
