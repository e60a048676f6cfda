const Page = require('./models/page');

module.exports = async function show(id) {
  const page = await Page.findById(id).populate('author', 'name');
//                   ^^^^^^^^^^^^^^^^^ useLean
  return page.toObject();
};
