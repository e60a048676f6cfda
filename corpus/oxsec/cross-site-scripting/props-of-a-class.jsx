import React from 'react';

export default class Label extends React.Component {
  render() {
    const { caption } = this.props;
    return <span dangerouslySetInnerHTML={{ __html: caption }} />;
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  }
}
