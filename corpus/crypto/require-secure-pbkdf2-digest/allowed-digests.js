// options: {"allowedDigests": ["SHA512", "sha1"]}
import { pbkdf2Sync } from 'node:crypto';

export const strong = (password, salt) => pbkdf2Sync(password, salt, 600000, 64, 'sha512');
export const other = (password, salt) => pbkdf2Sync(password, salt, 600000, 64, 'sha256');
//                                                                              ^^^^^^^^ weakPbkdf2Digest
export const never = (password, salt) => pbkdf2Sync(password, salt, 600000, 64, 'sha1');
//                                                                              ^^^^^^ weakPbkdf2Digest
