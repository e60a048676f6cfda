import { $ } from 'execa';
import { $ as zx } from 'zx';
import { $ as bun } from 'bun';

const quiet = $({ stdio: 'ignore' });

export const version = (tool) => $`${tool} --version`;
//                               ^^^^^^^^^^^^^^^^^^^^ commandInjection

export const versionNow = (tool) => $.sync`${tool} --version`;
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection

export const check = (tool) => quiet`${tool} --check`;
//                             ^^^^^^^^^^^^^^^^^^^^^^ commandInjection

export const checkNow = (tool) => quiet.sync`${tool} --check`;
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection

export const lint = (tool) => zx`${tool} src`;
//                            ^^^^^^^^^^^^^^^ commandInjection

export const format = (tool) => bun`${tool} --write src`;
//                              ^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
