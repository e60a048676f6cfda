// options: {"destructivePatterns": ["Send"]}
export const agent = {
  tools: {
    sendMail: { execute: send },
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingConfirmation
    deleteMail: { execute: send },
  },
};

function send() {}
