const root = createRoot(document.querySelector('#root'));
root.render(app);
//@1 violationDetected
