const zlibTools = require('./zlib-tools');
const { extractArchive } = require('./archives');

function install(archive) {
  zlibTools.unzip('/usr/local/share/app');
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeArchiveExtraction
//                ^^^^^^^^^^^^^^^^^^^^^^ dangerousArchiveDestination
  extractArchive(archive, '/etc/app');
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dangerousArchiveDestination
  return extractArchive(archive, './plugins');
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeArchiveExtraction
}

module.exports = install;
