import express from 'express';

const inner = express();
const outer = express();
//            ^^^^^^^^^ missingHelmet
outer.use('/inner', inner);

export default outer;
