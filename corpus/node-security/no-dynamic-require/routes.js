const fs = require('fs');
const path = require('path');
const { Router } = require('express');

const router = Router();

fs.readdirSync(__dirname)
  .filter((file) => file !== path.basename(__filename))
  .forEach((file) => {
    router.use('/' + path.parse(file).name, require(path.join(__dirname, file)));
//                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ dynamicRequire
  });

module.exports = router;
