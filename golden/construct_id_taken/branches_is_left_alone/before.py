from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.db_instance import DbInstance
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue


class ShopStack(TerraformStack):
    def __init__(self, scope, id, names, restored=None):
        super().__init__(scope, id)
        if restored:
            DbInstance(self, "database", instance_class="db.t3.micro", snapshot_identifier=restored)
        else:
            DbInstance(self, "database", instance_class="db.t3.micro", allocated_storage=20)
        for name in names:  # only one for now
            SqsQueue(self, "queue", name=name)
