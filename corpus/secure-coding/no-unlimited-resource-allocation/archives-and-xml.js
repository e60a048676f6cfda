const unzipper = require('unzipper');
const xml2js = require('xml2js');

async function unpack(stream, target) {
  await stream.pipe(unzipper.Extract({ path: target })).promise();
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unlimitedFileOperations
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unlimitedFileOperations
}

function parse(text, done) {
  xml2js.parseString(text, (error, document) => {
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unlimitedMemoryAllocation
    if (error) return done(error);
    done(null, document.items.map((item) => Object.keys(item).map((key) => item[key])));
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unlimitedMemoryAllocation
  });
}
