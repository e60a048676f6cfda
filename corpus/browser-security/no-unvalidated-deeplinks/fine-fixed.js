Linking.openURL('https://www.example.com/help');
navigation.navigate('Home');
