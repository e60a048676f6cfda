// Written into the code, which another rule finds, but not weak.
import jwt from 'jsonwebtoken';

const issue = (user) => jwt.sign({ sub: user.id }, 'b8f1c2a97d3e4f50a1b2c3d4e5f60718');

export default issue;
