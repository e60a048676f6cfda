#!/usr/bin/env node
"use strict";

process.argv.splice(2, 0, "check");
require("oxsec/bin/oxsec.js");
