/**
 * Loaded before an app by `node --import`: its whole clock, `Date` in every library included, is as many milliseconds off as the
 * file LANTERN_CHAOS_CLOCK says, as if somebody had set the machine's clock. Nothing in the product knows of it, so there is no
 * setting to refuse in production.
 */
import { readFileSync } from 'node:fs';

const file = process.env.LANTERN_CHAOS_CLOCK;
const Real = Date;
const realNow = Real.now.bind(Real);
let offMs = 0;
const look = () => {
  try {
    offMs = Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    offMs = 0;
  }
};
look();
setInterval(look, 25).unref();

const now = () => realNow() + offMs;
const Jumping = new Proxy(Real, {
  apply: () => new Real(now()).toString(),
  construct: (target, args, self) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, self === Jumping ? target : self),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key, target)),
});
Real.prototype.constructor = Jumping;
globalThis.Date = Jumping;
