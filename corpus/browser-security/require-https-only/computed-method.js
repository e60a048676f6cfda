const put = method === 'PUT' ? 'put' : 'post';
axios[put]('http://api.example.com/orders/1', order);
//@1 violationDetected
