/* global window, setTimeout */
import { setTimeout as wait } from 'node:timers/promises';

export function run(setTimeout, window) {
  setTimeout('a()');
  window.setTimeout('b()');
  wait('c()');
}
