analytics.track('Paid', { creditCardType: card.type, amount });
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
