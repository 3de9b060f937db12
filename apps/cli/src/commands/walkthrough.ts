import { castOf } from '../story/cast.js';
import { survivesCrashes } from '../story/crash.js';
import { Transcript } from '../story/transcript.js';
import { tellWholeStory } from '../story/whole-story.js';

/**
 * `npm run walkthrough`: tells the whole story against the running system through the public API and checks what it
 * claims. `--crash`: kills api, worker and Redis in the middle of attempts and checks that nothing acknowledged was
 * lost. Returns the exit code.
 */
export async function run(args: string[]): Promise<number> {
  const transcript = new Transcript();
  const cast = castOf();
  if (args.includes('--crash')) await survivesCrashes(cast, transcript);
  else await tellWholeStory(cast, transcript);
  return transcript.close() ? 0 : 1;
}
