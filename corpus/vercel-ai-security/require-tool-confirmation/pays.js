export const assistant = {
  name: 'bank',
  tools: {
    'transfer-money': { description: 'Pays a bill', execute: pay },
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingConfirmation
    createInvoice: { parameters, execute: invoice },
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingConfirmation
  },
};

function pay() {}
function invoice() {}
