import path from 'node:path';
import { exec, execFile, execFileSync, execSync, spawn, spawnSync } from 'node:child_process';
import { execa as run, $ } from 'execa';
import execa from 'execa';
import puppeteer from 'puppeteer';

export const tests = (folder, done) => exec('make test', { cwd: path.join('/srv/work', folder) }, done);
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const testsNow = (folder) => execSync('make test', { cwd: path.join('/srv/work', folder) });
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const file = (folder, done) => execFile('make', ['test'], { cwd: path.join('/srv/work', folder) }, done);
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const fileAlone = (folder) => execFile('make', { cwd: path.join('/srv/work', folder) });
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const fileNow = (folder) => execFileSync('make', ['test'], { cwd: path.join('/srv/work', folder) });
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const fileAloneNow = (folder) => execFileSync('make', { cwd: path.join('/srv/work', folder) });
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const spawned = (folder) => spawn('make', ['test'], { cwd: path.join('/srv/work', folder) });
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const spawnedAlone = (folder) => spawn('make', { cwd: path.join('/srv/work', folder) });
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const spawnedNow = (folder) => spawnSync('make', ['test'], { cwd: path.join('/srv/work', folder) });
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal

export const sorted = (name) => execa('sort', { inputFile: path.join('/srv/work', name) });
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const sortedBack = (name) => execa('sort', ['-r'], { inputFile: path.join('/srv/work', name) });
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const lines = (name) => run('wc', { inputFile: path.join('/srv/work', name) });
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const linesAlone = (name) => run('wc', ['-l'], { inputFile: path.join('/srv/work', name) });
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const words = (name) => $({ inputFile: path.join('/srv/work', name) })`wc -w`;
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const output = (name) => execa('make').pipeStdout(path.join('/srv/work', name));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const everything = (name) => execa('make', { all: true }).pipeAll(path.join('/srv/work', name));
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const warnings = (name) => execa('make').pipeStderr(path.join('/srv/work', name));
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const outputOf = (name) => run('make').pipeStdout(path.join('/srv/work', name));
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const everythingOf = (name) => run('make', { all: true }).pipeAll(path.join('/srv/work', name));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const warningsOf = (name) => run('make').pipeStderr(path.join('/srv/work', name));
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal

export async function print(name) {
  const page = await (await puppeteer.launch()).newPage();
  await page.goto('https://shop.example/');
  await page.screenshot({ path: path.join('/srv/work', name) });
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
  await page.pdf({ path: path.join('/srv/work', name) });
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
}
