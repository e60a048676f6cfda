const filter = {
  state: 'open',
  '$where': function () {
//@3 unsafeWhere
    return this.total > this.limit;
  },
};

module.exports = (orders) => orders.find(filter).limit(50);
