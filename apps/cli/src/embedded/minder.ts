import { type ChildProcess, spawn } from 'node:child_process';

/**
 * Reads "watch PID", "forget PID" and "remove FOLDER". When its input ends, because the launcher stopped or was
 * killed, it ends every group it still watches and removes the throwaway folders.
 */
const SCRIPT = `
groups=""; folders=""
while read -r verb what; do
  case $verb in
    watch) groups="$what $groups" ;;
    forget) kept=""; for g in $groups; do [ "$g" = "$what" ] || kept="$kept $g"; done; groups=$kept ;;
    remove) folders="$what $folders" ;;
  esac
done
for g in $groups; do kill -s TERM -- "-$g" 2>/dev/null; done
tries=0
while [ $tries -lt 60 ]; do
  alive=""
  for g in $groups; do kill -s 0 -- "-$g" 2>/dev/null && alive=yes; done
  [ -z "$alive" ] && break
  sleep 0.1; tries=$((tries + 1))
done
for g in $groups; do kill -s KILL -- "-$g" 2>/dev/null; done
for f in $folders; do rm -rf "$f"; done
`;

/**
 * A small shell beside the launcher that outlives it for a moment, so that nothing is orphaned even when the launcher is
 * killed with SIGKILL. Servers and apps run in process groups of their own (Ctrl-C must not reach them before their
 * turn), so nobody else would end them.
 */
export class Minder {
  private readonly shell: ChildProcess;

  constructor() {
    this.shell = spawn('/bin/sh', ['-c', SCRIPT], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
    this.shell.stdin?.on('error', () => undefined);
    this.shell.unref();
  }

  /** From now on this process group does not outlive the launcher. */
  watch(group: number): void {
    this.tell(`watch ${group}`);
  }

  /** This group has ended; its number may go to somebody else. */
  forget(group: number): void {
    this.tell(`forget ${group}`);
  }

  /** Removes a throwaway folder at the end. */
  removeAtEnd(folder: string): void {
    if (/\s/.test(folder)) return;
    this.tell(`remove ${folder}`);
  }

  /** Lets the minder go: it ends what is still watched. */
  release(): void {
    this.shell.stdin?.end();
  }

  private tell(line: string): void {
    this.shell.stdin?.write(`${line}\n`);
  }
}
