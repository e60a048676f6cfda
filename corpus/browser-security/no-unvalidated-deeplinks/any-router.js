const target = new URL(initial).pathname;
router.navigate(target, { replace: true });
//@1 violationDetected
