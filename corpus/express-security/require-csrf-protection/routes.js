const express = require('express');

const app = express();
app.post('/orders', createOrder);
//@1 missingCsrf
app.delete('/orders/:id', removeOrder);
//@1 missingCsrf
app.get('/orders', listOrders);
