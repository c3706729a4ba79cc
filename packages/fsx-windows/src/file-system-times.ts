/** When AWS works on the file system. Both times begin 30 minutes, which must not meet. */
export interface FileSystemTimeArgs {
  /**
   * Beginning of the daily backup, `HH:MM` in UTC.
   *
   * @default "02:00"
   */
  dailyBackupStartTime?: string;
  /**
   * Beginning of the weekly maintenance, `d:HH:MM` in UTC, where 1 is Monday and 7 Sunday. A file system in one zone is
   * away for up to 20 minutes then; one in two zones fails over
   * (https://docs.aws.amazon.com/fsx/latest/WindowsGuide/high-availability-multiAZ.html).
   *
   * @default "7:04:00"
   */
  weeklyMaintenanceStartTime?: string;
}

/** https://docs.aws.amazon.com/fsx/latest/WindowsGuide/walkthrough03-update-file-system.html */
const windowMinutes = 30;

/** The times, with those that are taken where nothing is said. */
export function timesWithDefaults({
  dailyBackupStartTime = "02:00",
  weeklyMaintenanceStartTime = "7:04:00",
}: FileSystemTimeArgs): Required<FileSystemTimeArgs> {
  return { dailyBackupStartTime, weeklyMaintenanceStartTime };
}

/** What is wrong with the times, each with what to do. */
export function timeMistakes(args: FileSystemTimeArgs): string[] {
  const { dailyBackupStartTime: backup, weeklyMaintenanceStartTime: maintenance } = timesWithDefaults(args);
  const mistakes: string[] = [];
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(backup)) {
    mistakes.push(`dailyBackupStartTime "${backup}" is no time of the day. Write it as "02:00", in UTC.`);
  }
  if (!/^[1-7]:([01]\d|2[0-3]):[0-5]\d$/.test(maintenance)) {
    const fix = 'Write it as "7:04:00", Sunday at four in UTC; 1 is Monday.';
    mistakes.push(`weeklyMaintenanceStartTime "${maintenance}" is no time of the week. ${fix}`);
  }
  if (mistakes.length === 0 && minutesApart(backup, maintenance.slice(2)) < windowMinutes) {
    const problem = `The backup at ${backup} and the maintenance at ${maintenance} meet`;
    mistakes.push(`${problem}, and each takes ${windowMinutes} minutes. Move one of them.`);
  }
  return mistakes;
}

/** Between two times of any day, the shorter way round midnight. */
function minutesApart(one: string, other: string): number {
  const day = 24 * 60;
  const apart = Math.abs(minuteOfDay(one) - minuteOfDay(other));
  return Math.min(apart, day - apart);
}

function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
