require('shelljs/global');

exports.list = (folder) => exec('ls ' + folder);
//                         ^^^^^^^^^^^^^^^^^^^^ commandInjection
