exports.isValid = (source) => {
  try {
    eval('throw "checked"; (() => { ' + source + '\n})');
  } catch (error) {
    return error === 'checked';
  }
};

exports.named = (name) => Function(`function ${name.replace(/\W/g, '')}(){}`);
