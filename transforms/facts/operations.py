"""Operations of AWS whose IAM action is called otherwise.

As a rule, ``put_item`` of ``dynamodb`` needs ``dynamodb:PutItem``. From the Service Authorization Reference
(https://docs.aws.amazon.com/service-authorization/latest/reference/) and the documentation of boto3, 2026-11-21.
"""

from __future__ import annotations

# The prefix of the actions, by what boto3 and the SDK for JavaScript call the service.
PREFIXES = {
    "apigatewaymanagementapi": "execute-api",
    "bedrock-agent-runtime": "bedrock",
    "bedrock-runtime": "bedrock",
    "cloudwatch-logs": "logs",
    "efs": "elasticfilesystem",
    "elb": "elasticloadbalancing",
    "elbv2": "elasticloadbalancing",
    "emr": "elasticmapreduce",
    "eventbridge": "events",
    "iot-data": "iot",
    "iot-data-plane": "iot",
    "opensearch": "es",
    "sagemaker-runtime": "sagemaker",
    "sesv2": "ses",
    "sfn": "states",
    "stepfunctions": "states",
}

# Services whose operations are too unlike their actions to tell.
UNTOLD = frozenset({"apigateway", "apigatewayv2", "pinpoint", "sso-admin", "s3control", "timestream-query", "dax"})

# Operations that need no permission, or are called without a role's credentials.
_NO_ACTION = """
    canpaginate changepassword close confirmforgotpassword confirmsignup exceptions forgotpassword
    generatepresignedpost generatepresignedurl getcalleridentity getcredentialsforidentity getid getopenidtoken
    getsessiontoken getuser globalsignout initiateauth resendconfirmationcode respondtoauthchallenge revoketoken
    signup
"""
NO_ACTION = frozenset(_NO_ACTION.split())

# By service and operation, in lower case.
ACTIONS: dict[tuple[str, str], tuple[str, ...]] = {
    ("apigatewaymanagementapi", "posttoconnection"): ("execute-api:ManageConnections",),
    ("apigatewaymanagementapi", "deleteconnection"): ("execute-api:ManageConnections",),
    ("bedrock-runtime", "converse"): ("bedrock:InvokeModel",),
    ("bedrock-runtime", "conversestream"): ("bedrock:InvokeModelWithResponseStream",),
    ("dynamodb", "transactgetitems"): ("dynamodb:GetItem",),
    ("dynamodb", "transactwriteitems"): (),
    ("dynamodb", "executestatement"): (),
    ("lambda", "invoke"): ("lambda:InvokeFunction",),
    ("s3", "abortmultipartupload"): ("s3:AbortMultipartUpload",),
    ("s3", "completemultipartupload"): ("s3:PutObject",),
    ("s3", "copy"): ("s3:GetObject", "s3:PutObject"),
    ("s3", "copyobject"): ("s3:GetObject", "s3:PutObject"),
    ("s3", "createmultipartupload"): ("s3:PutObject",),
    ("s3", "deleteobjects"): ("s3:DeleteObject",),
    ("s3", "downloadfile"): ("s3:GetObject",),
    ("s3", "downloadfileobj"): ("s3:GetObject",),
    ("s3", "getbucketencryption"): ("s3:GetEncryptionConfiguration",),
    ("s3", "headbucket"): ("s3:ListBucket",),
    ("s3", "headobject"): ("s3:GetObject",),
    ("s3", "listbuckets"): ("s3:ListAllMyBuckets",),
    ("s3", "listobjects"): ("s3:ListBucket",),
    ("s3", "listobjectsv2"): ("s3:ListBucket",),
    ("s3", "listobjectversions"): ("s3:ListBucketVersions",),
    ("s3", "putbucketencryption"): ("s3:PutEncryptionConfiguration",),
    ("s3", "selectobjectcontent"): ("s3:GetObject",),
    ("s3", "uploadfile"): ("s3:PutObject",),
    ("s3", "uploadfileobj"): ("s3:PutObject",),
    ("s3", "uploadpart"): ("s3:PutObject",),
    ("sns", "publishbatch"): ("sns:Publish",),
    ("sqs", "changemessagevisibilitybatch"): ("sqs:ChangeMessageVisibility",),
    ("sqs", "deletemessagebatch"): ("sqs:DeleteMessage",),
    ("sqs", "sendmessagebatch"): ("sqs:SendMessage",),
}

# Methods of boto3's resources.
RESOURCE_METHODS: dict[tuple[str, str, str], tuple[str, ...]] = {
    ("dynamodb", "Table", "batch_writer"): ("dynamodb:BatchWriteItem",),
    ("dynamodb", "Table", "delete_item"): ("dynamodb:DeleteItem",),
    ("dynamodb", "Table", "get_item"): ("dynamodb:GetItem",),
    ("dynamodb", "Table", "put_item"): ("dynamodb:PutItem",),
    ("dynamodb", "Table", "query"): ("dynamodb:Query",),
    ("dynamodb", "Table", "scan"): ("dynamodb:Scan",),
    ("dynamodb", "Table", "update_item"): ("dynamodb:UpdateItem",),
    ("s3", "Bucket", "download_file"): ("s3:GetObject",),
    ("s3", "Bucket", "put_object"): ("s3:PutObject",),
    ("s3", "Bucket", "upload_file"): ("s3:PutObject",),
    ("s3", "Object", "get"): ("s3:GetObject",),
    ("s3", "Object", "put"): ("s3:PutObject",),
    ("sns", "Topic", "publish"): ("sns:Publish",),
    ("sqs", "Queue", "send_message"): ("sqs:SendMessage",),
}

# Commands of ``@aws-sdk/lib-dynamodb``.
COMMANDS = {
    "BatchGet": ("dynamodb:BatchGetItem",),
    "BatchWrite": ("dynamodb:BatchWriteItem",),
    "Delete": ("dynamodb:DeleteItem",),
    "Get": ("dynamodb:GetItem",),
    "Put": ("dynamodb:PutItem",),
    "Query": ("dynamodb:Query",),
    "Scan": ("dynamodb:Scan",),
    "Update": ("dynamodb:UpdateItem",),
}
