// E-mail by SNS: a text is published, the topic's own subscribers get it.
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { withFaults } from './faults.ts';

export function openTopics(): (topicArn: string, subject: string, text: string) => Promise<void> {
  const sns = withFaults(new SNSClient());
  return async (topicArn, subject, text) => {
    await sns.send(new PublishCommand({ TopicArn: topicArn, Subject: subject, Message: text }));
  };
}
