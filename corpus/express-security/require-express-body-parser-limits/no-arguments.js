const express = require('express');

const app = express();
app.use(express.json());
//      ^^^^^^^^^^^^^^ missingLimit
app.use(express.urlencoded({ extended: true }));
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingLimit
