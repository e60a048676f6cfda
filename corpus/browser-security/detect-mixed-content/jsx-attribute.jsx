export const Map = () => <iframe title="map" src="http://maps.example.com/embed" />;
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
