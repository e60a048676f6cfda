exports.double = (value) => eval(`${Number(value)} * 2`);
