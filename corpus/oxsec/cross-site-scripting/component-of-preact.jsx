import { Component } from 'preact';

export class Note extends Component {
  render() {
    return <p dangerouslySetInnerHTML={{ __html: this.props.text }} />;
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  }
}
