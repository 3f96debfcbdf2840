from cdktf import Fn, TerraformOutput, TerraformStack, Token
from cdktf_cdktf_provider_aws.acm_certificate import AcmCertificate
from cdktf_cdktf_provider_aws.data_aws_subnets import DataAwsSubnets
from cdktf_cdktf_provider_aws.eks_cluster import EksCluster
from cdktf_cdktf_provider_aws.route53_record import Route53Record


class EdgeStack(TerraformStack):
    def __init__(self, scope, id, zone, role):
        super().__init__(scope, id)
        certificate = AcmCertificate(self, "certificate", domain_name="www.test", validation_method="DNS")
        options = certificate.domain_validation_options
        Route53Record(
            self,
            "validation",
            zone_id=zone.id,
            name=certificate.domain_validation_options.get(0).resource_record_name,
            type=certificate.domain_validation_options.get(0).resource_record_type,
            records=[certificate.domain_validation_options.get(0).resource_record_value],  # the only one
            ttl=60,
        )
        subnets = DataAwsSubnets(self, "subnets")
        cluster = EksCluster(
            self,
            "cluster",
            name="orders",
            role_arn=role.arn,
            vpc_config={"subnet_ids": Token.as_list(Fn.slice(subnets.ids, 0, 2))},
        )
        TerraformOutput(self, "group", value=cluster.vpc_config.cluster_security_group_id)
        TerraformOutput(self, "last", value=subnets.ids[-1])
