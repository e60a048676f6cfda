gtag('event', 'purchase', { value: order.total });
//@1 violationDetected
