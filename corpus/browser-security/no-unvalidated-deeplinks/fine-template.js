Linking.openURL(`tel:${number}`);
navigation.navigate(routes.home);
