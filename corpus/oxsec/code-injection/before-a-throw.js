exports.isValid = (source) => {
  try {
    eval('(() => { ' + source + '\n})(); throw "checked"');
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
  } catch (error) {
    return error === 'checked';
  }
};

exports.named = (name) => Function(`function ${name}(){}`);
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
