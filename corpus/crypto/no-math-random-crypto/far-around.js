// Whatever is declared around counts, though the number goes elsewhere.
const encryptAll = async (files) => {
  for (const file of files) {
    await new Promise((done) => setTimeout(done, Math.random() * 100));
    //                                           ^^^^^^^^^^^^^ mathRandomCrypto
    await seal(file);
  }
};

export default encryptAll;
