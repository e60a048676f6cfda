module.exports = class Index {
  constructor(pinecone, encoder) {
    this.index = pinecone.index('notes');
    this.encoder = encoder;
  }

  save(note) {
    return this.index.update({ id: note.id, values: this.encoder.encode(note.text) }, { namespace: 'a' });
//                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unvalidatedEmbedding
  }
};
