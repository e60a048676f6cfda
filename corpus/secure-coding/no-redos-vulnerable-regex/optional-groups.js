const version = /^v?(\d+\.?)+$/;
//              ^^^^^^^^^^^^^^^ redosVulnerable
const phone = /^(\+49)?(0?)?\d+$/;
//            ^^^^^^^^^^^^^^^^^^^ redosVulnerable
const price = /(-?\d)+/;
//            ^^^^^^^^^ redosVulnerable

export const check = (text) => version.test(text) || phone.test(text) || price.test(text);
