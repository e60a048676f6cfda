Linking.openURL(checked(link));
Linking.canOpenURL(link);
