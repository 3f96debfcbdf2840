new CfnOutput(this, 'Vpc', { value: vpc.vpcId, exportName: 'shared-vpc' });
