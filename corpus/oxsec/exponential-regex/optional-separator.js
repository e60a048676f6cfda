const WORDS = /^(?:\w+\s?)*$/;
//            ^^^^^^^^^^^^^^^ exponentialRegex

exports.isTitle = (text) => WORDS.test(text);
