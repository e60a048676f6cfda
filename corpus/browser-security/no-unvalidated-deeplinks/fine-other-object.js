Browser.openURL(link);
navigate(link);
