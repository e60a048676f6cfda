function onLink({ screen }) {
  navigation.navigate(screen);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
}

onLink({ screen: 'Home' });
