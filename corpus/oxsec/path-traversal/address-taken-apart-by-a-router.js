const fs = require('fs');
const http = require('http');
const routes = require('./routes');

routes.add('/file/:name', (request, response, params) => {
  fs.readFile(`/srv/files/${params.name}`, (error, data) => response.end(data));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
});

http.createServer(routes.handle).listen(8080);
