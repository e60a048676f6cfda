// options: { "insecureProtocols": ["amqp://", "stomp://"], "secureAlternatives": { "amqp://": "amqps://" } }
const queue = connect('AMQP://queue.internal');
//                    ^^^^^^^^^^^^^^^^^^^^^^^ unencryptedTransmission
const other = connect('stomp://queue.internal');
//                    ^^^^^^^^^^^^^^^^^^^^^^^^ unencryptedTransmission
const plain = fetch('http://api.example.com');
export { queue, other, plain };
