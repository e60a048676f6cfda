class Orders {
  constructor(collection) {
    this.collection = collection;
  }

  async cancel(number) {
    const { value } = await this.collection.findOneAndUpdate(
//@29 bypassMiddleware
      { number, state: 'open' },
      { $set: { state: 'cancelled' } },
      { returnDocument: 'after' },
    );
    return value;
  }

  async purge(before) {
    return this.collection.deleteMany({ closedAt: { $lt: before } });
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ bypassMiddleware
  }
}

module.exports = Orders;
